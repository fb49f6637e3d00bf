import type { Random } from './random.ts';

/** Common surnames and given names: what is made of them is nobody's name but by chance. */
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const givenFirst = { '1': [...'建国志文永家俊明海德'], '2': [...'秀玉春晓淑美雅静佳月'] } as const;
const givenLast = { '1': [...'强军平涛刚峰超辉斌亮'], '2': [...'英兰梅芳霞珍萍娟莲云'] } as const;

export function surname(random: Random): string {
  return random.pick(surnames);
}

export function givenName(random: Random, sex: '1' | '2'): string {
  return `${random.pick(givenFirst[sex])}${random.pick(givenLast[sex])}`;
}
