import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { lastDayOf, Profile, type Month } from '@yigongti/kernel';
import { indicatorCodes, MeasureIndicators, type IndicatorCode } from '../indicator/index.ts';
import { linkageTermsOn, type AssessmentProfile } from '../profile.ts';
import type { Scheme } from '../scheme/index.ts';
import type { InstitutionScore, Publication, ResultIndicator } from './domain/result.ts';
import { scoreInstitutions } from './domain/score-institutions.ts';

export type Assessment = Pick<Publication, 'scores' | 'indicators' | 'subjects' | 'decidesMoney' | 'profileVersion'>;

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
    return {
      scores: this.score(scheme, month, { codes, indicators: figures }),
      indicators: figures,
      subjects: subjects.map(({ institutionCode, level }) => ({ institutionCode, peerGroup: level })),
      decidesMoney: linkageTermsOn(this.profile, lastDayOf(month)).monthDecidesMoney,
      profileVersion,
    };
  }

  /** One indicator as the facts now stand. */
  async figuresOf(tx: Tx, code: IndicatorCode, month: Month): Promise<readonly ResultIndicator[]> {
    return (await this.measuring.measure(tx, [code], month)).figures;
  }

  score(
    scheme: Scheme,
    month: Month,
    { codes, indicators }: { readonly codes: readonly string[]; readonly indicators: readonly ResultIndicator[] },
  ): InstitutionScore[] {
    const { scorePlaces, table } = linkageTermsOn(this.profile, lastDayOf(month));
    return scoreInstitutions(codes, indicators, {
      items: scheme.items.map(({ indicatorCode, weight, scoring, target }) => ({
        indicatorCode,
        weight,
        rule: { kind: scoring, target },
      })),
      scorePlaces,
      table,
      scheme: `${scheme.schemeCode}@${scheme.schemeVersion}`,
      profileVersion: this.profile.version,
    });
  }
}
