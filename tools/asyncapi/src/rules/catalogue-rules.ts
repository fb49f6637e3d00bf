import type { EventDefinition } from '@yigongti/events';
import { jsonSchemaOf, type JsonSchema } from '../documents/json-schema.ts';

/** What every event's file keeps to: a rule returns one line per fault. */
export type CatalogueRule = (definition: EventDefinition) => string[];

interface SchemaNode {
  /** `statements[].fen` */
  readonly path: string;
  /** The field's own name; that of the list for its items. */
  readonly name: string;
  readonly schema: JsonSchema;
}

/** Every field of a schema, every list's item and every nested field. */
function nodesOf(schema: JsonSchema, path = ''): SchemaNode[] {
  const fields = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  return fields.flatMap(([name, field]) => withInside({ path: `${path}${name}`, name, schema: field }));
}

function withInside(node: SchemaNode): SchemaNode[] {
  const { items } = node.schema as { items?: JsonSchema };
  return [
    node,
    ...nodesOf(node.schema, `${node.path}.`),
    ...(items ? withInside({ path: `${node.path}[]`, name: node.name, schema: items }) : []),
  ];
}

const nodesOfEvent = (definition: EventDefinition) => nodesOf(jsonSchemaOf(definition));
const isString = (schema: JsonSchema) => [schema.type].flat().includes('string');

export const everyFieldIsDescribed: CatalogueRule = (definition) =>
  nodesOfEvent(definition)
    .filter(({ schema }) => !schema.description)
    .map(({ path }) => `${path} has no description`);

export const everyFieldHasAPrivacyClass: CatalogueRule = (definition) =>
  nodesOfEvent(definition)
    .filter(({ schema }) => !['public', 'internal', 'sensitive'].includes(String(schema['x-privacy'])))
    .map(({ path }) => `${path} has no privacy class`);

const ofAPerson =
  /name|surname|phone|mobile|tele?$|email|address|street|nationalid|idcard|idnumber|identity|passport|contact|guardian|wechat/i;
/** Names of places and of codes. */
const namesOfThings = [
  'registry.institution.changed nameZh',
  'registry.catalogue.changed entries[].nameZh',
  'registry.catalogue.changed entries[].nameEn',
];

export const noFieldIdentifiesAPerson: CatalogueRule = (definition) =>
  nodesOfEvent(definition)
    .filter(({ path, name }) => ofAPerson.test(name) && !namesOfThings.includes(`${definition.name} ${path}`))
    .map(({ path }) => `${path} is named like something that identifies a person`);

/** A text without a form can hold anything, a name or a telephone number too. */
export const noTextIsFree: CatalogueRule = (definition) =>
  nodesOfEvent(definition)
    .filter(({ schema }) => isString(schema) && !schema.enum && !schema.pattern && schema['x-privacy'] !== 'public')
    .map(({ path }) => `${path} takes any text`);

const onlyOnTheResident = ['birthDate', 'sex', 'villageDivisionCode'];
const diagnosisIsTheFact = [
  'registry.encounter.',
  'referrals.referral.',
  'public-health.enrolment.',
  'public-health.task.referral-',
  'settlement.claim.',
];

export const sensitiveFactsStayWhereTheyBelong: CatalogueRule = (definition) =>
  nodesOfEvent(definition).flatMap(({ path, name, schema }) => {
    const ofBirth = onlyOnTheResident.includes(name);
    const ofDiagnosis = /diagnos/i.test(name);
    const allowed = ofBirth
      ? definition.name === 'registry.resident.changed'
      : diagnosisIsTheFact.some((prefix) => definition.name.startsWith(prefix));
    if (!ofBirth && !ofDiagnosis) return [];
    if (!allowed) return [`${path} does not belong into ${definition.name}`];
    return schema['x-privacy'] === 'sensitive' ? [] : [`${path} is not marked sensitive`];
  });

export const theFirstExampleIsMinimal: CatalogueRule = ({ examples }) => {
  const [first, ...others] = examples.map(filledValues);
  if (first === undefined || others.length === 0) return ['has fewer than two examples'];
  return others.every((filled) => first <= filled) ? [] : ['its first example says more than another'];
};

/** Values in an example that are not null, at every depth. */
function filledValues(value: unknown): number {
  if (value === null) return 0;
  if (typeof value !== 'object') return 1;
  return Object.values(value as object).reduce((sum: number, part) => sum + filledValues(part), 0);
}

export const catalogueRules: readonly CatalogueRule[] = [
  everyFieldIsDescribed,
  everyFieldHasAPrivacyClass,
  noFieldIdentifiesAPerson,
  noTextIsFree,
  sensitiveFactsStayWhereTheyBelong,
  theFirstExampleIsMinimal,
];

/** Every fault of every event, with the event's name in front. */
export function catalogueFaults(definitions: readonly EventDefinition[]): string[] {
  const perEvent = definitions.flatMap((definition) =>
    catalogueRules.flatMap((rule) => rule(definition).map((fault) => `${definition.name}: ${fault}`)),
  );
  return [...perEvent, ...crowdedStateTopics(definitions)];
}

/** A delta beside a state would be compacted away. */
function crowdedStateTopics(definitions: readonly EventDefinition[]): string[] {
  const ofState = definitions.filter(({ topicKind }) => topicKind === 'state');
  const crowded = ofState.filter(({ topic, name }) => definitions.some((other) => other.topic === topic && other.name !== name));
  return crowded.map(({ name, topic }) => `${name}: the state topic ${topic} holds another event too`);
}
