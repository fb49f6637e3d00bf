import type { CountyLoad } from '@yigongti/tool-counties';
import type { StackFile } from '../state/stack-file.ts';
import { NotTaken, OfficeClient, type LineAnswer } from './office-client.ts';

/** `407 institutions 机构 (+407)`; nothing in brackets where nothing was new. */
export function told({ what, total, added, kept = 0 }: LoadCount): string {
  const news = [...(added > 0 ? [`+${added}`] : []), ...(kept > 0 ? [`${kept} kept as published before 沿用已发布版本`] : [])];
  return `${total} ${what}${news.length > 0 ? ` (${news.join(', ')})` : ''}`;
}

/** How many records of each kind there are now, and how many of them are new. */
export interface LoadCount {
  readonly what: string;
  readonly total: number;
  readonly added: number;
  /** Published at an earlier start in other words, and left as they are. */
  readonly kept?: number;
}

const linesShown = 3;

/**
 * Loads places, practitioners, catalogues, payment policies and schemes as the county's offices would, through the gateway. May be
 * repeated: what is there already is left as it is. @throws Error that shows the first lines refused
 */
export async function loadCounty(
  stack: Pick<StackFile, 'gateway' | 'issuer' | 'clients'>,
  load: CountyLoad,
): Promise<LoadCount[]> {
  const registrar = officeClient(stack, 'registrar');
  const upload = async (what: string, path: string, lines: readonly unknown[]): Promise<LoadCount> => {
    const answers = await registrar.upload(path, lines);
    refuseRefused(path, answers);
    return { what, total: lines.length, added: answers.filter(({ status }) => status === 'created').length };
  };
  const counts = [
    await upload('institutions 机构', '/registry/v1/institutions/import', load.institutions),
    await upload('practitioners 医务人员', '/registry/v1/practitioners/import', load.practitioners),
    await upload('catalogues 目录', '/registry/v1/catalogues/import', load.catalogues),
  ];
  const [policies, schemes] = await Promise.all([
    commands(officeClient(stack, 'insurance'), '/settlement/v1/policies', load.policies),
    commands(officeClient(stack, 'bureau'), '/assessment/v1/schemes', load.schemes),
  ]);
  return [...counts, { what: 'payment policies 支付政策', ...policies }, { what: 'assessment schemes 考核方案', ...schemes }];
}

export function officeClient(
  { gateway, issuer, clients }: Pick<StackFile, 'gateway' | 'issuer' | 'clients'>,
  clientId: string,
): OfficeClient {
  const client = clients.find((candidate) => candidate.clientId === clientId);
  if (!client) throw new Error(`the stack has no client "${clientId}"`);
  return new OfficeClient({ gateway, tokenEndpoint: issuer.tokenEndpoint, client });
}

async function commands(office: OfficeClient, path: string, bodies: readonly unknown[]): Promise<Omit<LoadCount, 'what'>> {
  let added = 0;
  let kept = 0;
  for (const body of bodies) {
    try {
      if (await office.command(path, body)) added += 1;
    } catch (error) {
      // 409: this version was published before; what is published is never changed.
      if (!(error instanceof NotTaken) || error.status !== 409) throw error;
      kept += 1;
    }
  }
  return { total: bodies.length, added, kept };
}

function refuseRefused(path: string, answers: readonly LineAnswer[]): void {
  const refused = answers.filter(({ status }) => status === 'refused');
  if (refused.length === 0) return;
  const shown = refused.slice(0, linesShown).map(({ line, errors = [] }) => {
    const reasons = errors.map(({ code, titleEn, pointer }) => `${code} ${pointer ?? ''} ${titleEn}`);
    return `  line ${line}: ${reasons.join('; ')}`;
  });
  throw new Error(`${path} refused ${refused.length} of ${answers.length} lines:\n${shown.join('\n')}`);
}
