import 'reflect-metadata';
import { join } from 'node:path';
import { documentsOf, driftOf, writeDocuments } from './documents.ts';
import { writeExamples } from './examples/example-files.ts';
import { ambiguousCodes } from './problems-page.ts';
import { readServices } from './services.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const { services, missing } = await readServices(root);
const isCheck = process.argv.includes('--check');
// A recorded example that its schema has outgrown makes way for one made of its fields.
if (!isCheck) for (const file of await writeExamples(services, [])) console.log(file);
const documents = await documentsOf(services);

for (const name of missing) console.warn(`${name} has no services/${name}/src/${name}.service.ts`);

if (isCheck) {
  const drift = [
    ...driftOf(root, documents),
    ...ambiguousCodes(services).map((code) => `${code} stands for two different problems`),
  ];
  for (const line of drift) console.error(line);
  if (drift.length > 0)
    console.error('The documents of the interfaces are out of date: run tools/openapi/src/main.ts and commit what it writes.');
  process.exitCode = drift.length > 0 ? 1 : 0;
} else {
  for (const path of writeDocuments(root, documents)) console.log(path);
}
