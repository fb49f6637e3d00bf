import { environmentFaults, impureCallFaults } from './banned-calls.ts';
import { classNameFaults } from './class-names.ts';
import { crowdedFolders, folderNameFaults, readmeFaults } from './folders.ts';
import { forbiddenTextFaults } from './forbidden-text.ts';
import { ratchetFaults, type Baseline } from './ratchet.ts';
import { constructorFaults, fileSizeFaults, functionSizeFaults, longParameterLists } from './sizes.ts';
import { isHandWrittenSource, type TrackedFile } from './tracked-files.ts';

/** The two ratchets, by what they count. */
export interface Baselines {
  readonly parameters: Baseline;
  readonly folders: Baseline;
}

const perSource = [fileSizeFaults, functionSizeFaults, constructorFaults, impureCallFaults, environmentFaults, classNameFaults];

/** Every check by name with its faults over the given files; all lists empty when the tree is tidy. */
export function tidyFaults(files: readonly TrackedFile[], baselines: Baselines): Record<string, string[]> {
  const paths = files.map((file) => file.path);
  const sources = files.filter((file) => isHandWrittenSource(file.path));
  const each = Object.fromEntries(perSource.map((check) => [check.name, sources.flatMap(({ path, text }) => check(path, text))]));
  const found = countExceptions(files);
  return {
    ...each,
    forbiddenTextFaults: files.flatMap(({ path, text }) => forbiddenTextFaults(path, text)),
    folderNameFaults: folderNameFaults(paths),
    readmeFaults: readmeFaults(paths),
    parameterRatchet: ratchetFaults(found.parameters, baselines.parameters),
    folderRatchet: ratchetFaults(found.folders, baselines.folders),
  };
}

/** What the ratchets count in a tree. */
export function countExceptions(files: readonly TrackedFile[]): {
  parameters: Map<string, number>;
  folders: Map<string, number>;
} {
  const sources = files.filter((file) => isHandWrittenSource(file.path));
  return {
    parameters: new Map(sources.flatMap(({ path, text }) => [...longParameterLists(path, text)])),
    folders: crowdedFolders(files.map((file) => file.path)),
  };
}
