export { bootService } from './boot/boot-service.ts';
export { createApp, type BuiltService } from './boot/create-app.ts';
export type { Infrastructure } from './boot/infrastructure.ts';
export { SystemClock, SystemIds } from './boot/system-ports.ts';
export { ConfigRefused, parseAll } from './config/faults.ts';
export { hostConfigSchema } from './config/host-config.ts';
export { Settings } from './config/settings.ts';
export { defineService, type ServiceDefinition } from './definition.ts';
export * from './http/shape/command-body.ts';
export {
  CallerParam,
  Command,
  Context,
  List,
  Read,
  type CommandOptions,
  type ReadOptions,
  type RouteAudit,
} from './http/decorators.ts';
export * from './http/shape/field-decorators.ts';
export * from './http/csv.ts';
export * from './http/page.ts';
export { CodePipe } from './http/shape/code.pipe.ts';
export { UuidPipe } from './http/shape/uuid.pipe.ts';
export { InstitutionProjection } from './institutions/institution.projection.ts';
export { institutionSubtreeV1, institutionTreeTablesV1 } from './institutions/tables.sql.ts';
export * from './ndjson/line-import.ts';
export { NdjsonCommand, UploadParam, UploadQuery, type NdjsonOptions } from './ndjson/ndjson-command.ts';
export { LineResultDto } from './ndjson/line-result.dto.ts';
export { Upload } from './ndjson/upload.ts';
export type { LineResult } from './ndjson/upload-results.ts';
export { createLog } from './observability/log.ts';
export { commonProblems, fieldProblems, lineProblems } from './openapi/common-problems.ts';
export { documented } from './openapi/operation-problems.ts';
export type { DocumentedProblem } from './openapi/answers.ts';
export { openApiOf } from './openapi/openapi-of.ts';
export { readExamples, type RecordedExamples } from './openapi/examples/examples.ts';
export { Answers, AnswersCsv, type AnswersOptions } from './openapi/answers.ts';
export { operationTablesV1 } from './operations/tables.sql.ts';
export * from './problems/host-problems.ts';
export { Problem, type ProblemBody, type ProblemDefinition, type ProblemReason } from './problems/problem.ts';
export { Dated, dated, profileNotInForce, type DatedEntry } from './profile/dated.ts';
export { loadProfile, profileFrom, sectionNameOf, LoadedProfile } from './profile/load-profile.ts';
export { defineSweep, type Sweep, type SweepDefinition } from './scheduler/sweep.ts';
export { accessByRoute, commonAccess, type AccessRow, type AccessTable, type AnyAccessRow } from './security/access-table.ts';
export { TokenVerifier } from './security/token-verifier.ts';
