import type { Command } from 'commander';
import { RegisteredClients, stackHome, table, type StackFile } from '@yigongti/tool-local';
import { exitCodes, Failure } from '../failure.ts';
import { minute } from '../output/human.ts';
import { leaf, sessionOf } from '../session.ts';
import { ApiClient } from '../target/api-client.ts';
import { findTarget } from '../target/target.ts';
import { registerClient } from './register-client.ts';

/** `clients`: systems that may sign in at the local issuer. */
export function addClientsCommands(program: Command): void {
  const clients = program
    .command('clients')
    .summary('systems that may sign in 接入客户端')
    .description(
      'Clients of the local issuer; a county in service registers them at its own OpenID provider\n接入客户端（本机签发）',
    );
  addAdd(clients);
  addList(clients);
  addRevoke(clients);
}

interface AddOptions {
  readonly org: string;
  readonly role?: string;
  readonly scope?: string;
  readonly note: string;
  readonly json?: boolean;
}

function addAdd(clients: Command): void {
  leaf(clients, {
    name: 'add <id>',
    en: 'Registers a system of an institution; its secret is shown once and kept nowhere',
    zh: '登记接入系统，密钥仅显示一次',
    examples: [
      'clients add his-renmin --org H37072510001',
      'clients add his-renmin --org H37072510001 --scope "referrals:read referrals:write" --note "HIS test" --json',
    ],
  })
    .requiredOption('--org <code>', 'code of the institution that it speaks for (机构代码)')
    .option('--role <role>', "its role, by default that of the institution's kind (角色)")
    .option('--scope <scopes>', 'what it may ask for, by default all that its role may (权限范围)')
    .option('--note <text>', 'what it is for (备注)', '')
    .action(async (id: string, options: AddOptions) => {
      const { target, registered } = localIssuer();
      const { org, role, scope, note } = options;
      const made = await registerClient(
        { clientId: id, org, role, scope, note },
        { clients: registered, api: new ApiClient(target) },
      );
      const { tokenEndpoint, gateway } = target;
      sessionOf(options).output.result({ ...made, tokenEndpoint, gateway }, () => [
        `${made.clientId} may sign in for ${made.org} ${made.institution} as ${made.role} / 已登记`,
        `  client id 标识      ${made.clientId}`,
        `  client secret 密钥  ${made.clientSecret}`,
        `  token endpoint      ${tokenEndpoint}`,
        '  Keep the secret now: it is not shown again / 请立即保存密钥，不再显示',
      ]);
    });
}

interface ListedClient {
  readonly clientId: string;
  readonly org: string;
  readonly role: string;
  readonly scope: string;
  readonly registeredAt: string | null;
  readonly note: string;
}

function addList(clients: Command): void {
  leaf(clients, {
    name: 'list',
    en: "Registered systems; --all also those that come with the county's institutions and offices",
    zh: '客户端列表',
    examples: ['clients list', 'clients list --all --json'],
  })
    .option('--all', "also the county's own (含机构自带)")
    .action((options: { all?: boolean; json?: boolean }) => {
      const { stack, registered } = localIssuer();
      const own = stack.clients.map(({ clientSecret: _, ...client }) => ({ ...client, registeredAt: null, note: '' }));
      const added = registered.all().map(({ secretHash: _, ...client }) => client);
      const listed: ListedClient[] = [...added, ...(options.all ? own : [])];
      sessionOf(options).output.result(listed, () =>
        listed.length === 0
          ? ['No client was registered; --all shows those that come with the county / 暂无登记，--all 显示县域自带']
          : clientRows(listed),
      );
    });
}

function clientRows(listed: readonly ListedClient[]): string[] {
  const columns = [
    { en: 'client', zh: '客户端' },
    { en: 'institution', zh: '机构' },
    { en: 'role', zh: '角色' },
    { en: 'registered', zh: '登记' },
    { en: 'note', zh: '备注' },
  ];
  const rows = listed.map(({ clientId, org, role, registeredAt, note }) => [
    clientId,
    org,
    role,
    registeredAt === null ? 'with the county 自带' : minute(registeredAt),
    note,
  ]);
  return table(columns, rows);
}

function addRevoke(clients: Command): void {
  leaf(clients, {
    name: 'revoke <id>',
    en: 'Takes a registered system its right to sign in, at once; a token that it holds lasts up to an hour',
    zh: '吊销客户端，已签发令牌最长一小时内有效',
    examples: ['clients revoke his-renmin'],
  }).action(async (id: string, options: { json?: boolean }) => {
    const { stack, registered } = localIssuer();
    if (!(await registered.revoke(id))) throw notRegistered(id, stack);
    sessionOf(options).output.result({ clientId: id, revoked: true }, () => [`${id} may sign in no more / 已吊销`]);
  });
}

function notRegistered(id: string, { clients }: StackFile): Failure {
  if (!clients.some(({ clientId }) => clientId === id))
    return new Failure(exitCodes.refused, { code: 'client.unknown', en: `There is no client ${id}`, zh: '没有此客户端' });
  const en = `${id} comes with the county's institutions and is not revoked here; npm start -- --fresh makes new secrets`;
  return new Failure(exitCodes.refused, { code: 'client.of-county', en, zh: '县域自带客户端不可在此吊销' });
}

/** @throws Failure where the suite is not the local one */
function localIssuer() {
  const target = findTarget();
  const { stack } = target;
  if (!stack) {
    const en = 'Clients of a suite somewhere else are registered at its own OpenID provider, with the claims org, role and scope';
    throw new Failure(exitCodes.refused, { code: 'client.not-here', en, zh: '请在该地的身份服务中登记客户端' });
  }
  return { target, stack, registered: new RegisteredClients(stackHome(stack.county).registeredClients) };
}
