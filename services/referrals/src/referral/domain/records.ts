import { refuse, throwIfRefused } from '@yigongti/kernel';
import { referralRefusals } from './referral-refusals.ts';
import { sent, type Decided, type RecordDocument, type Referral, type SentReferral } from './referral.ts';
import { stepOf, take, type Act } from './transitions.ts';

/** A referral is one JSON row with its documents' numbers; a record of a stay has some dozen. */
const documentsMax = 200;

/**
 * The sender names the documents that follow the patient (FHIR guide, C01004). The state stays as it is.
 * @throws Refused `document-twice` for each that is there already, and `too-many-documents`
 */
export function uploadRecords(referral: Referral, documents: readonly RecordDocument[], act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'upload-records', act);
  const { records } = sent(referral);
  const numbers = [...records, ...documents].map(({ documentNo }) => documentNo);
  throwIfRefused([
    ...documents.map(({ documentNo }, index) =>
      numbers.indexOf(documentNo) < records.length + index
        ? refuse(referralRefusals.documentTwice, { pointer: `/documents/${index}`, parameters: { documentNo } })
        : null,
    ),
    numbers.length > documentsMax
      ? refuse(referralRefusals.tooManyDocuments, { pointer: '/documents', parameters: { most: documentsMax } })
      : null,
  ]);
  const changes = { records: [...records, ...documents] };
  return take(sent(referral), step, { fact: { kind: 'records-uploaded', documents }, changes });
}
