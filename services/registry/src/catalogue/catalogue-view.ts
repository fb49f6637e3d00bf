import type { BusinessDate } from '@yigongti/kernel';
import type { CatalogueEntry } from './catalogue-line.ts';

/** A catalogue as it now stands. */
export interface CatalogueView {
  readonly catalogueId: string;
  readonly catalogueCode: string;
  /** Version of the content, as its source counts. */
  readonly catalogueVersion: number;
  readonly validFrom: BusinessDate;
  readonly entries: readonly CatalogueEntry[];
  readonly version: number;
  readonly allowedActions: readonly string[];
}
