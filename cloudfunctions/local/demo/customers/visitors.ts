import { type CustomerHistory, customer } from './history'

/** Visited once or twice without showing interest. */
export const awareCustomers: readonly CustomerHistory[] = [
  customer('jianghemiao', '姜禾苗', { from: 3, until: 3, categories: ['fruit'], isGuest: true }),
  customer('luoxiaozhou', '罗小舟', { from: 8, until: 8, categories: ['tea'] }),
  customer('gunian', '顾念', { from: 14, until: 14, categories: ['garden'], isGuest: true }),
  customer('wangyinuo', '汪一诺', { from: 19, until: 19, categories: ['pastry'] }),
  customer('geqingqing', '葛青青', { from: 26, until: 26, categories: ['home'], isGuest: true }),
  customer('fuchangan', '傅长安', { from: 44, until: 16, categories: ['tea'] }),
  customer('youjia', '尤佳', { from: 37, until: 9, categories: ['honey'], isGuest: true }),
  customer('haominglang', '郝明朗', { from: 81, until: 81, categories: ['fruit'], isGuest: true }),
  customer('kangning', '康宁', { from: 83, until: 83, categories: ['home'] }),
  customer('longxiaoyu', '龙小雨', { from: 85, until: 85, categories: ['pastry'] }),
  customer('penghai', '彭海', { from: 168, until: 168, categories: ['tea'], isGuest: true }),
  customer('moli', '莫莉', { from: 214, until: 214, categories: ['garden'] }),
  customer('shandan', '单丹', { from: 301, until: 301, categories: ['honey'], isGuest: true }),
  customer('wenliang', '温良', { from: 377, until: 377, categories: ['pastry'] }),
]

/** Came back, searched, marked favourites or used the cart; have not bought. */
export const interestedCustomers: readonly CustomerHistory[] = [
  customer('songxiaotang', '宋小棠', {
    from: 9,
    until: 1,
    visits: 2,
    interest: 'favourite',
    categories: ['home', 'garden'],
  }),
  customer('jiangyumian', '江雨眠', {
    from: 21,
    until: 4,
    visits: 3,
    interest: 'views',
    categories: ['tea'],
  }),
  customer('bailang', '白朗', {
    from: 17,
    until: 6,
    visits: 2,
    interest: 'search',
    categories: ['honey'],
    isGuest: true,
  }),
  customer('fangzhixia', '方知夏', {
    from: 66,
    until: 5,
    visits: 4,
    interest: 'cart',
    categories: ['fruit', 'pastry'],
  }),
  customer('yumo', '俞默', {
    from: 52,
    until: 11,
    visits: 3,
    interest: 'search',
    categories: ['tea'],
  }),
  customer('jiangnan', '蒋南', {
    from: 90,
    until: 8,
    visits: 5,
    interest: 'views',
    categories: ['home'],
  }),
  customer('heyiming', '贺一鸣', {
    from: 103,
    until: 82,
    visits: 2,
    interest: 'favourite',
    categories: ['garden'],
  }),
  customer('qiushi', '邱实', {
    from: 106,
    until: 84,
    visits: 2,
    interest: 'cart',
    categories: ['pastry'],
  }),
  customer('taoran', '陶然', {
    from: 97,
    until: 80,
    visits: 3,
    interest: 'views',
    categories: ['tea'],
  }),
  customer('ruanqing', '阮青', {
    from: 190,
    until: 172,
    visits: 2,
    interest: 'favourite',
    categories: ['home'],
  }),
  customer('daiweiyang', '戴维扬', {
    from: 244,
    until: 230,
    visits: 2,
    interest: 'cart',
    categories: ['honey'],
    isGuest: true,
  }),
  customer('fengguyu', '冯谷雨', {
    from: 333,
    until: 310,
    visits: 3,
    interest: 'search',
    categories: ['fruit'],
  }),
]
