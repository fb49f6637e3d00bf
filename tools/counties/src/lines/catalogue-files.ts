import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { countiesFolder } from '../profile/county-path.ts';

const identity = z.strictObject({ catalogueCode: z.string(), version: z.int().min(1), validFrom: z.string() });
const label = z.string().min(1).max(200);

const diagnosisFile = z.strictObject({
  identity,
  source: z.string().min(1),
  entries: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z]\d{2}\.[0-9x]\d{2}$/, 'must be a code of the insurance edition, six characters and a dot'),
      nameZh: label,
      nameEn: label,
      programme: z.enum(['HTN', 'T2DM']).optional(),
    }),
  ),
});
export type DiagnosisFile = z.output<typeof diagnosisFile>;

const groupFile = z.strictObject({
  identity,
  entries: z.array(
    z.strictObject({
      mainDiagnosis: z.string().regex(/^[A-Z]\d{2}\.[0-9x]$/, 'must be the first four characters of a diagnosis'),
      mainOperation: z.string().min(1).optional(),
      nameZh: label,
      nameEn: label,
      meanCostFen: z.int().min(1),
      source: z.string().min(1),
    }),
  ),
});
export type GroupFile = z.output<typeof groupFile>;

const folder = join(countiesFolder, 'catalogues');

/** @throws ZodError when the file is not whole */
export function readDiagnosisFile(): DiagnosisFile {
  return diagnosisFile.parse(parse(readFileSync(join(folder, 'diagnoses.yaml'), 'utf8')));
}

/** @throws ZodError when the file is not whole */
export function readGroupFile(): GroupFile {
  return groupFile.parse(parse(readFileSync(join(folder, 'dip-groups.yaml'), 'utf8')));
}

/** Code of a case group: the diagnosis, and after a hyphen the operation that makes it a group of its own. */
export function groupCode({ mainDiagnosis, mainOperation }: { mainDiagnosis: string; mainOperation?: string }): string {
  return mainOperation ? `${mainDiagnosis}-${mainOperation}` : mainDiagnosis;
}
