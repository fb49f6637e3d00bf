import { join } from 'node:path';
import { documentsOf } from './documents/documents.ts';
import { driftOf, writeDocuments } from './drift.ts';
import { appendReleases, missingReleases } from './releases/releases.ts';
import { readSubscribers } from './subscriptions.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const subscribers = await readSubscribers(root);
const documents = documentsOf(subscribers);

for (const service of subscribers.withoutList)
  console.warn(`${service} has no list of consumers (services/${service}/src/consumers.ts)`);

if (process.argv.includes('--check')) {
  const drift = [...driftOf(root, documents), ...missingReleases(root).map(({ path }) => `${path} is missing`)];
  for (const line of drift) console.error(line);
  if (drift.length > 0)
    console.error('The documents of the events are out of date: run tools/asyncapi/src/main.ts and commit what it writes.');
  process.exitCode = drift.length > 0 ? 1 : 0;
} else {
  for (const path of [...appendReleases(root), ...writeDocuments(root, documents)]) console.log(path);
}
