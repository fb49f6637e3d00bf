import type { CommandContext, Uuid } from '@yigongti/kernel';
import type { ResultView } from './result-view.ts';

/** Port: the next version of a result, made by whoever decides what is put right. */
export abstract class Reopenings {
  abstract execute(command: { readonly resultId: Uuid }, context: CommandContext): Promise<ResultView>;
}
