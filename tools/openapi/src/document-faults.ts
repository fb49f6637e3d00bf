type Node = Readonly<Record<string, unknown>>;

interface Operation {
  readonly summary?: string;
  readonly 'x-roles'?: readonly string[];
  readonly responses: Readonly<Record<string, { readonly content?: Node }>>;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What a reader of the document would stumble over: references to nothing, leftovers of OpenAPI 3.0, operations that do not say what they are. */
export function documentFaults(name: string, document: object): string[] {
  const root = document as Node;
  return [
    ...nodeFaults(root, root, name),
    ...operationsOf(root).flatMap(([at, operation]) => operationFaults(`${name} ${at}`, operation)),
  ];
}

function operationFaults(at: string, { summary, responses, ...operation }: Operation): string[] {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  return [
    ...(/\p{Script=Han}.* · \w/u.test(summary ?? '') ? [] : [`${at}: has no title in both languages`]),
    ...(success?.content ? [] : [`${at}: does not say what it answers`]),
    ...(operation['x-roles']?.length ? [] : [`${at}: has no row in the access table`]),
  ];
}

function operationsOf(root: Node): [string, Operation][] {
  return Object.entries(root.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [`${method.toUpperCase()} ${path}`, operation]),
  );
}

function nodeFaults(node: unknown, root: Node, name: string): string[] {
  if (!isNode(node)) return [];
  const own = [
    ...(typeof node.$ref === 'string' && !resolves(node.$ref, root) ? [`${name}: ${node.$ref} leads nowhere`] : []),
    ...(typeof node.nullable === 'boolean' ? [`${name}: nullable means nothing in OpenAPI 3.1`] : []),
  ];
  return [...own, ...Object.values(node).flatMap((child) => nodeFaults(child, root, name))];
}

function resolves(reference: string, root: Node): boolean {
  const steps = reference.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((node, step) => (isNode(node) ? node[step] : undefined), root) !== undefined;
}

/** Operations that do not say what may go wrong: a problem without its codes, or none for a token that is missing or not enough. */
export function problemFaults(name: string, document: object): string[] {
  return operationsOf(document as Node).flatMap(([at, { responses }]) => {
    const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400);
    const missing = ['401', '403', '500', '503'].filter((status) => !problems.some(([known]) => known === status));
    const silent = problems.filter(([, { content }]) => codesIn(content?.['application/problem+json']).length === 0);
    return [
      ...missing.map((status) => `${name} ${at}: does not say what a ${status} means`),
      ...silent.map(([status]) => `${name} ${at}: has no codes at ${status}`),
    ];
  });
}

function codesIn(media: unknown): readonly unknown[] {
  if (!isNode(media)) return [];
  if (Array.isArray(media.enum)) return media.enum;
  return Object.values(media).flatMap(codesIn);
}
