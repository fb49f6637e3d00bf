import { Injectable, type PipeTransform } from '@nestjs/common';
import { hostProblems } from '../../problems/host-problems.ts';
import { Problem } from '../../problems/problem.ts';
import { isCodeText } from './field-decorators.ts';

/** For path parameters that are codes: `@Param('institutionCode', CodePipe) institutionCode: string`. */
@Injectable()
export class CodePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isCodeText(value)) throw new Problem(hostProblems.codeInvalid);
    return value;
  }
}
