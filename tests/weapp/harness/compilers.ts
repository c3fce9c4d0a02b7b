import { relative, sep } from 'node:path'
import wxmlCompiler from 'miniprogram-compiler/src/wcc'
import wxssCompiler from 'miniprogram-compiler/src/wcsc'
import { filesBelow } from '../../../config/build-cache'

/** The compiled templates of a large shop are several MB. */
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024

/** Relative paths of the files with an extension, without the extension. */
const pathsByExtension = (dist: string, extension: string) =>
  filesBelow([dist])
    .filter((file) => file.endsWith(extension))
    .map((file) => relative(dist, file).split(sep).join('/').slice(0, -extension.length))

/** Compiles every template below a folder with Tencent's `wcc`; throws its error message. */
export const compileWxml = (dist: string): string => {
  const scripts = pathsByExtension(dist, '.wxs').map((path) => `${path}.wxs`)
  return wxmlCompiler(dist, pathsByExtension(dist, '.wxml'), scripts, {
    maxBuffer: OUTPUT_BYTES_MAX,
  })
}

/** Errors of Tencent's `wcsc` for the styles below a folder; empty when they are valid. */
export const wxssErrors = (dist: string): string[] => {
  const styles = pathsByExtension(dist, '.wxss')
  const answer = wxssCompiler(dist, styles, { maxBuffer: OUTPUT_BYTES_MAX })
  // The package returns an error instead of throwing it.
  if (!(answer instanceof Error)) return []
  return answer.message.split('\n').filter((line) => line.includes('.wxss'))
}
