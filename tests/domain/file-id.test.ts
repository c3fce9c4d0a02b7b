import { picture } from '@core/contract/primitives'
import { isBrokenFileId, isFileId } from '@core/kernel/file-id'
import * as v from 'valibot'
import { checkPicturesUrl } from '../../config/pages.build'

/** File ids of cloud storage: `cloud://<environment>.<bucket>/<path>`. */

test.each([
  'cloud://test-6gxx.7465-test-6gxx-125xxx/avatars/a.png',
  'cloud://devcloud.files/reviews/a.jpg',
])('%s is a file id', (id) => {
  expect(isFileId(id)).toBe(true)
  expect(v.is(picture, id)).toBe(true)
})

test.each([
  ['the bucket is missing', 'cloud://env/pictures/a.png'],
  ['the path is missing', 'cloud://env.bucket'],
  ['the path is empty', 'cloud://env.bucket/'],
  ['a part of the path is empty', 'cloud://env.bucket//a.png'],
  ['the path leaves its folder', 'cloud://env.bucket/../a.png'],
  ['the environment is missing', 'cloud://.bucket/a.png'],
  ['a slash is missing', 'cloud:/env.bucket/a.png'],
  ['the scheme is shouted', 'CLOUD://env/a.png'],
])('%s: no file id, and not saved as a picture', (_, id) => {
  expect(isFileId(id)).toBe(false)
  expect(isBrokenFileId(id)).toBe(true)
  expect(v.is(picture, id)).toBe(false)
})

test.each(['honey-pot', 'https://cdn.example.com/a.png', '/assets/a.png'])(
  '%s is no file id and claims to be none',
  (name) => {
    expect(isFileId(name)).toBe(false)
    expect(isBrokenFileId(name)).toBe(false)
    expect(v.is(picture, name)).toBe(true)
  },
)

test('a build for pictures in cloud storage begins only with a place that can be there', () => {
  expect(() => checkPicturesUrl('cloud://env/pictures')).toThrow('cloud://env.bucket/path')
  for (const url of ['', 'https://cdn.example.com/p', 'cloud://env.bucket/pictures']) {
    expect(() => checkPicturesUrl(url)).not.toThrow()
  }
})
