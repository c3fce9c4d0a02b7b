import type { SpendOff } from '@core/domain/promotions/kinds/spend-off'
import { type KindCopy, yuanCopy } from './kind-copy'

const stepCopy = (step: SpendOff['steps'][number]): string =>
  `满 ${yuanCopy(step.fromFen)} 减 ${yuanCopy(step.offFen)}`

export const spendOff: KindCopy<SpendOff> = {
  name: '满减',
  note: '满多少减多少，可分几档',
  describe: ({ steps }) => steps.map(stepCopy).join('，'),
  tag: ({ steps }) => steps.slice(0, 1).map(stepCopy).join(''),
}
