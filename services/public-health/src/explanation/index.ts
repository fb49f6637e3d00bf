export { wordsOf, type Words } from './domain/rule-words.ts';
export { ExplanationController } from './explanation.controller.ts';
export { FindExplanation } from './find-explanation.ts';
