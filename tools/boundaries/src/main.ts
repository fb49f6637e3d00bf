import { resolve } from 'node:path';
import { findBrokenBoundaries, ruleReasons } from './boundaries.ts';
import { constraints, tagFaults } from './rules/constraints.ts';
import { readProjects } from './projects.ts';

const repository = resolve(import.meta.dirname, '../../..');
const projects = readProjects(repository);
const reasons = ruleReasons(projects);
const faults = tagFaults(projects, constraints);
const findings = await findBrokenBoundaries(repository, projects);

for (const fault of faults) console.error(fault);
for (const { rule, from, to } of findings)
  console.error(`${from}${from === to ? '' : ` -> ${to}`}\n  ${rule}: ${reasons.get(rule)}`);
console.log(`${projects.length} projects, ${reasons.size} rules, ${faults.length + findings.length} findings`);
process.exitCode = faults.length + findings.length > 0 ? 1 : 0;
