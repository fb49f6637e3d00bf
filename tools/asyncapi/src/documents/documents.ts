import { eventRegistry, owners } from '@yigongti/events';
import { asyncApiYamlOf } from './asyncapi-document.ts';
import { catalogueIndex } from './catalogue-index.ts';
import { cataloguePage } from './catalogue-page.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { Subscribers } from '../subscriptions.ts';
import { topicsYaml } from './topics.ts';

/** Folders of which every file is written here: a file that nobody writes any more is drift. */
export const generatedFolders = ['docs/events', 'docs/events/schemas'];

/** Everything that follows from the events, by path from the root of the repository. */
export function documentsOf(subscribers: Subscribers): Map<string, string> {
  return new Map([
    ['deploy/kafka/topics.yaml', topicsYaml()],
    ['docs/events/README.md', catalogueIndex(subscribers)],
    ...owners.flatMap((owner): [string, string][] => [
      [`docs/events/${owner}.asyncapi.yaml`, asyncApiYamlOf(owner, subscribers)],
      [`docs/events/${owner}.md`, cataloguePage(owner, subscribers)],
    ]),
    ...eventRegistry.definitions.map((definition): [string, string] => [
      `docs/events/schemas/${definition.type}.json`,
      `${JSON.stringify(jsonSchemaOf(definition), null, 2)}\n`,
    ]),
  ]);
}
