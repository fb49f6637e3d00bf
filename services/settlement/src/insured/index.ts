export {
  ContractSignedProjection,
  ContractTerminatedProjection,
  ReferralArrivedProjection,
  ReferralSubmittedProjection,
  ResidentProjection,
} from './insured.consumer.ts';
export * from './insured-directory.ts';
export { TypeormInsuredDirectory } from './persistence/typeorm-insured-directory.ts';
