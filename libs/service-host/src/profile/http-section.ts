import { z } from 'zod';
import { dated } from './dated.ts';

/** The section `http` of a county profile: what holds for every service's interface. */
export const httpSectionSchema = z.object({
  lateEntryDays: dated(z.int().min(0)).describe('Days after the event within which it may still be entered (补录期限, 天)'),
});

export type HttpSection = z.output<typeof httpSectionSchema>;
