/**
 * Takes examples for the OpenAPI documents from what component specs sent and were answered with:
 * `RECORD_EXAMPLES=FOLDER TEST_TIER=component npm run jest -- services`, then `npm run examples -w tools/openapi -- FOLDER`, and the
 * documents anew.
 */
import 'reflect-metadata';
import { join, resolve } from 'node:path';
import { readServices } from '../services.ts';
import { writeExamples } from './example-files.ts';
import { readRecordings } from './recordings.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: npm run examples -w tools/openapi -- <folder that RECORD_EXAMPLES named>');
const { services } = await readServices(join(import.meta.dirname, '../../../..'));
for (const file of await writeExamples(services, readRecordings(resolve(folder)))) console.log(file);
