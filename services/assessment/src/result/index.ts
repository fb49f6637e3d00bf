export { AssessMonth } from './assess-month.ts';
export { resultRefusals } from './domain/result-refusals.ts';
export {
  reopenResult,
  type Correction,
  type InstitutionScore,
  type Reopening,
  type Result,
  type ResultIndicator,
} from './domain/result.ts';
export { scoreSteps } from './domain/score-explained.ts';
export { FindResults } from './find-results.ts';
export { FreezeResult } from './freeze-result.ts';
export { MonthClearings } from './month-clearing.consumer.ts';
export { PendingAppeals } from './pending-appeals.ts';
export {
  resultCorrectionRow,
  resultIndicatorRow,
  resultRow,
  resultScoreRow,
  resultSubjectRow,
} from './persistence/result.row.ts';
export { TypeormResultRepository } from './persistence/typeorm-result.repository.ts';
export { PublishResult } from './publish-result.ts';
export { RankInstitutions } from './rank-institutions.ts';
export { publishedEvent } from './result-events.ts';
export { Reopenings } from './reopenings.ts';
export { everything, nothingYet, resultView, type ResultView } from './result-view.ts';
export { ResultController } from './result.controller.ts';
export { ResultRepository } from './result.repository.ts';
