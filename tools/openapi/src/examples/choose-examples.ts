import type { RecordedExamples } from '@yigongti/service-host';
import { bodiesOf, ExampleJudge, type ExampledDocument } from './example-faults.ts';
import type { Recording } from './recordings.ts';

/**
 * Of each operation the recording that shows most: the one with the most fields that are not empty, among those that keep the schema. An
 * example that was chosen before and still keeps it stays, so that a new recording changes only what must change.
 */
export function chooseExamples(
  document: ExampledDocument,
  recordings: readonly Recording[],
  before: RecordedExamples,
): RecordedExamples {
  const fits = fitting(document);
  const chosen = operationsOf(document).flatMap(({ operationId, method, pattern }) => {
    const kept = before[operationId];
    if (kept && fits(operationId, kept)) return [[operationId, kept] as const];
    const candidates = recordings.filter((recording) => recording.method === method && pattern.test(recording.path));
    const [best] = candidates
      .map(({ request, answer }) => ({ ...(request !== undefined && { request }), answer }))
      .filter((example) => fits(operationId, example))
      .sort((a, b) => fullness(b) - fullness(a));
    return best ? [[operationId, best] as const] : [];
  });
  return Object.fromEntries(chosen);
}

type Example = RecordedExamples[string];

function fitting(document: ExampledDocument): (operationId: string, example: Example) => boolean {
  const judge = new ExampleJudge(document);
  const bodies = bodiesOf(document);
  return (operationId, example) =>
    bodies
      .filter((body) => body.operationId === operationId)
      .every(({ part, media }) => example[part] !== undefined && judge.faults(media, example[part]).length === 0);
}

function operationsOf({ paths }: ExampledDocument) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, { operationId: string }>>).map(([method, { operationId }]) => ({
      operationId,
      method: method.toUpperCase(),
      // The routes that every service has are recorded at whichever service a spec asks.
      pattern: new RegExp(`^${path.replace(/^\/[\w-]+(?=\/v1\/(events|commands)\b)/, '/[\\w-]+').replace(/\{\w+\}/g, '[^/]+')}$`),
    })),
  );
}

/** How much an example tells: its filled fields, however deep. */
function fullness(value: unknown): number {
  if (value === null || value === undefined || value === '') return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + fullness(item), 0);
  if (typeof value !== 'object') return 1;
  return Object.values(value).reduce((sum: number, field) => sum + fullness(field), 0);
}
