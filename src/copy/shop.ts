/** The shop's name, as customers know it. */
export const SHOP_NAME = '山野小铺'
