import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { lastDayOf, Profile, type Month } from '@yigongti/kernel';
import { indicatorCodes, MeasureIndicators } from '../indicator/index.ts';
import { linkageTermsOn, type AssessmentProfile } from '../profile.ts';
import type { Scheme } from '../scheme/index.ts';
import type { Publication } from './domain/result.ts';
import { scoreInstitutions } from './domain/score-institutions.ts';

export type Assessment = Pick<Publication, 'scores' | 'indicators' | 'decidesMoney' | 'profileVersion'>;

/** Measures a month and scores it by a scheme, under the profile's figures of its last day. */
@Injectable()
export class AssessMonth {
  constructor(
    private readonly measuring: MeasureIndicators,
    private readonly profile: Profile<AssessmentProfile>,
  ) {}

  /** Every indicator is measured, also one that the scheme does not weigh. */
  async assess(tx: Tx, scheme: Scheme, month: Month): Promise<Assessment> {
    const { figures, subjects, profileVersion } = await this.measuring.measure(tx, indicatorCodes, month);
    const codes = subjects.map(({ institutionCode }) => institutionCode);
    const { scorePlaces, table, monthDecidesMoney } = linkageTermsOn(this.profile, lastDayOf(month));
    const scores = scoreInstitutions(codes, figures, {
      items: scheme.items.map(({ indicatorCode, weight, scoring, target }) => ({
        indicatorCode,
        weight,
        rule: { kind: scoring, target },
      })),
      scorePlaces,
      table,
      scheme: `${scheme.schemeCode}@${scheme.schemeVersion}`,
      profileVersion,
    });
    return { scores, indicators: figures, decidesMoney: monthDecidesMoney, profileVersion };
  }
}
