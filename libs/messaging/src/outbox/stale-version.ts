import { refuse, Refused, staleVersion } from '@yigongti/kernel';

/** The change touched fewer rows than it was decided on: someone else was faster. Answered with 412. */
export class StaleVersion extends Refused {
  constructor() {
    super([refuse(staleVersion)]);
    this.name = 'StaleVersion';
  }
}
