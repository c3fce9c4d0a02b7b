/** WeChat's check refused the text; nothing has changed. */
export type TextRefused<Field extends string = 'text'> = { code: 'TEXT_REFUSED'; field: Field }
