import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUuid, type Uuid } from '@yigongti/kernel';
import { hostProblems } from '../../problems/host-problems.ts';
import { Problem } from '../../problems/problem.ts';

/** For path parameters: `@Param('contractId', UuidPipe) contractId: Uuid`. */
@Injectable()
export class UuidPipe implements PipeTransform<string, Uuid> {
  transform(value: string): Uuid {
    if (!isUuid(value)) throw new Problem(hostProblems.uuidInvalid);
    return value;
  }
}
