import type { Month } from '@yigongti/kernel';
import type { County } from '@yigongti/tool-counties';
import { generateResidents, type HiddenTruth, type InsuranceType, type ResidentLine } from '../../county/index.ts';
import type { Places } from './places.ts';

/** A resident as the simulator knows him. */
export interface Person {
  /** Number in the population office's system: the same for the same seed. */
  readonly sourceNo: string;
  readonly ordinal: number;
  readonly nationalId: string;
  readonly insuranceType: InsuranceType;
  readonly truth: HiddenTruth;
  /** Village clinic that is responsible, the township centre above it and the lead hospital above that. */
  readonly clinic: string;
  readonly centre: string;
  readonly hospital: string;
}

export interface PeopleWanted {
  readonly county: County;
  readonly seed: string;
  readonly residents: number;
  readonly month: Month;
}

/** Everybody, in the order of their source numbers. */
export function peopleOf(wanted: PeopleWanted, places: Places): Person[] {
  const people: Person[] = [];
  for (const { line, truth } of generateResidents(wanted)) {
    const { sourceNo, nationalId, insuranceType, homeInstitutionCode: clinic } = line;
    const centre = places.parentOf(clinic);
    const hospital = places.parentOf(centre);
    people.push({ sourceNo, ordinal: people.length, nationalId, insuranceType, truth, clinic, centre, hospital });
  }
  return people;
}

export interface ResidentChunk {
  readonly centre: string;
  readonly lines: readonly ResidentLine[];
}

/** One upload at most. */
const chunkLines = 5_000;

/** The lines that register everybody, township by township, made as they are asked for. */
export function* residentChunks(wanted: PeopleWanted, places: Places): Generator<ResidentChunk> {
  let lines: ResidentLine[] = [];
  let centre = '';
  for (const { line } of generateResidents(wanted)) {
    const next = places.parentOf(line.homeInstitutionCode);
    if (lines.length > 0 && (next !== centre || lines.length === chunkLines)) {
      yield { centre, lines };
      lines = [];
    }
    centre = next;
    lines.push(line);
  }
  if (lines.length > 0) yield { centre, lines };
}
