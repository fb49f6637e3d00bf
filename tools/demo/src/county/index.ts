export type { HiddenTruth, InsuranceType } from './person.ts';
export { placeResidents, type PlacedVillage } from './placement.ts';
export { randomStream, type Random } from './random.ts';
export { generateResidents, type ResidentLine, type ResidentsWanted, type SyntheticResident } from './residents.ts';
