import { type Life, life } from './life'

/** Looked in and left it at that. */
export const awareLives: readonly Life[] = [
  life('jianghemiao', '姜禾苗', { from: 3, until: 3, taste: ['fruit'], isGuest: true }),
  life('luoxiaozhou', '罗小舟', { from: 8, until: 8, taste: ['tea'] }),
  life('gunian', '顾念', { from: 14, until: 14, taste: ['garden'], isGuest: true }),
  life('wangyinuo', '汪一诺', { from: 19, until: 19, taste: ['pastry'] }),
  life('geqingqing', '葛青青', { from: 26, until: 26, taste: ['home'], isGuest: true }),
  life('fuchangan', '傅长安', { from: 44, until: 16, taste: ['tea'] }),
  life('youjia', '尤佳', { from: 37, until: 9, taste: ['honey'], isGuest: true }),
  life('haominglang', '郝明朗', { from: 81, until: 81, taste: ['fruit'], isGuest: true }),
  life('kangning', '康宁', { from: 83, until: 83, taste: ['home'] }),
  life('longxiaoyu', '龙小雨', { from: 85, until: 85, taste: ['pastry'] }),
  life('penghai', '彭海', { from: 168, until: 168, taste: ['tea'], isGuest: true }),
  life('moli', '莫莉', { from: 214, until: 214, taste: ['garden'] }),
  life('shandan', '单丹', { from: 301, until: 301, taste: ['honey'], isGuest: true }),
  life('wenliang', '温良', { from: 377, until: 377, taste: ['pastry'] }),
]

/** Came back, searched, kept or put something into the cart; have not bought. */
export const interestedLives: readonly Life[] = [
  life('songxiaotang', '宋小棠', {
    from: 9,
    until: 1,
    visits: 2,
    interest: 'favourite',
    taste: ['home', 'garden'],
  }),
  life('jiangyumian', '江雨眠', {
    from: 21,
    until: 4,
    visits: 3,
    interest: 'views',
    taste: ['tea'],
  }),
  life('bailang', '白朗', {
    from: 17,
    until: 6,
    visits: 2,
    interest: 'search',
    taste: ['honey'],
    isGuest: true,
  }),
  life('fangzhixia', '方知夏', {
    from: 66,
    until: 5,
    visits: 4,
    interest: 'cart',
    taste: ['fruit', 'pastry'],
  }),
  life('yumo', '俞默', { from: 52, until: 11, visits: 3, interest: 'search', taste: ['tea'] }),
  life('jiangnan', '蒋南', { from: 90, until: 8, visits: 5, interest: 'views', taste: ['home'] }),
  life('heyiming', '贺一鸣', {
    from: 103,
    until: 82,
    visits: 2,
    interest: 'favourite',
    taste: ['garden'],
  }),
  life('qiushi', '邱实', { from: 106, until: 84, visits: 2, interest: 'cart', taste: ['pastry'] }),
  life('taoran', '陶然', { from: 97, until: 80, visits: 3, interest: 'views', taste: ['tea'] }),
  life('ruanqing', '阮青', {
    from: 190,
    until: 172,
    visits: 2,
    interest: 'favourite',
    taste: ['home'],
  }),
  life('daiweiyang', '戴维扬', {
    from: 244,
    until: 230,
    visits: 2,
    interest: 'cart',
    taste: ['honey'],
    isGuest: true,
  }),
  life('fengguyu', '冯谷雨', {
    from: 333,
    until: 310,
    visits: 3,
    interest: 'search',
    taste: ['fruit'],
  }),
]
