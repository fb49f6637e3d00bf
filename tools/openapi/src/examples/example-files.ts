import { readFileSync, writeFileSync } from 'node:fs';
import { openApiOf, readExamples, type ServiceDefinition } from '@yigongti/service-host';
import { format } from 'prettier';
import { chooseExamples } from './choose-examples.ts';
import type { Recording } from './recordings.ts';

/** Writes each service's file of recorded examples anew: what no longer keeps its schema goes, what was recorded comes. Gives the files changed. */
export async function writeExamples(services: readonly ServiceDefinition[], recordings: readonly Recording[]): Promise<string[]> {
  const changed: string[] = [];
  for (const service of services) {
    if (!service.examples) continue;
    const { examples: file, ...bare } = service;
    const chosen = chooseExamples(await openApiOf(bare), recordings, readExamples(file));
    const text = await format(JSON.stringify(chosen), { parser: 'json', printWidth: 130 });
    if (textAt(file) === text) continue;
    writeFileSync(file, text);
    changed.push(file.pathname);
  }
  return changed;
}

function textAt(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
