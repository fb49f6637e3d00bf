import { Injectable } from '@nestjs/common';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { ReferralSteps, uploadRecords } from '../referral/index.ts';
import type { RecordDocument, ReferralView } from '../referral/index.ts';

export interface UploadRecordsCommand {
  readonly referralId: Uuid;
  readonly documents: readonly RecordDocument[];
}

/** The sender names the documents that follow an accepted patient (上传病历); their text stays where it is. */
@Injectable()
export class UploadRecords {
  constructor(private readonly steps: ReferralSteps) {}

  execute({ referralId, documents }: UploadRecordsCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, ({ referral }, act) => uploadRecords(referral, documents, act));
  }
}
