import type { NamedProduct, NamedSku } from '@core/contract/promotions'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { PromotionBase } from '@core/domain/promotions/promotion-base'
import type { ReactNode } from 'react'
import type { FormReader } from '@/pages/admin/form/form-reader'

/** What a stored promotion names, as the staff read it. */
export type Names = { skuOf(skuId: string): NamedSku; products: NamedProduct[] }

export type KindFormProps<F extends object> = { form: F; onChange(part: Partial<F>): void }

/**
 * How the staff edit one kind of promotion; a new kind is one literal and one line in `./index`.
 * `F` are the fields that only this kind has, with numbers as texts until they are saved.
 */
export type KindEditor<P extends PromotionBase = Promotion, F extends object = object> = {
  /** The fields of a new promotion. */
  blank: F
  formOf(promotion: P, names: Names): F
  /** The promotion that is sent; what is missing or malformed goes to the reader. */
  inputOf(base: PromotionBase, form: F, read: FormReader): P
  Form(props: KindFormProps<F>): ReactNode
  /** What its fields are called in errors, by the last step of their path. */
  fieldNames: Readonly<Record<string, string>>
  /** What its error codes mean. Default: the texts of all kinds. */
  errorReasons?: Readonly<Record<string, string>>
  /** What is given away, as customers read it. Default: not known. */
  giftTitle?(form: F): string | undefined
}
