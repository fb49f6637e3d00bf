import type { BusinessDate, Uuid } from '@yigongti/kernel';
import type { TaskView } from '../task/index.ts';

/** What one visit came to; plain JSON. */
export interface VisitView {
  readonly visitId: Uuid;
  readonly residentId: Uuid;
  readonly completedOn: BusinessDate;
  readonly practitionerCode: string;
  readonly closed: readonly TaskView[];
  /** Tasks that lack a reading, with where in the body it would stand. */
  readonly leftOpen: readonly { readonly taskId: Uuid; readonly missing: readonly string[] }[];
}
