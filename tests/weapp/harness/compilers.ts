import { relative, sep } from 'node:path'
import wxmlCompiler from 'miniprogram-compiler/src/wcc'
import wxssCompiler from 'miniprogram-compiler/src/wcsc'
import { filesBelow } from '../../../config/build-cache'

/** The compiled files of a large shop are some megabytes of script. */
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024

/** Paths below a folder with an ending, without it, from the folder on. */
const pathsByExtension = (dist: string, ending: string) =>
  filesBelow([dist])
    .filter((file) => file.endsWith(ending))
    .map((file) => relative(dist, file).split(sep).join('/').slice(0, -ending.length))

/** The scripts that Tencent's `wcc` makes of every template below a folder. Throws its words. */
export const compileWxml = (dist: string): string => {
  const scripts = pathsByExtension(dist, '.wxs').map((path) => `${path}.wxs`)
  return wxmlCompiler(dist, pathsByExtension(dist, '.wxml'), scripts, { maxBuffer: OUTPUT_BYTES_MAX })
}

/** What Tencent's `wcsc` says against the styles below a folder; nothing when they are right. */
export const wxssErrors = (dist: string): string[] => {
  const styles = pathsByExtension(dist, '.wxss')
  const answer = wxssCompiler(dist, styles, { maxBuffer: OUTPUT_BYTES_MAX })
  // The package answers with an error where it should throw one.
  if (!(answer instanceof Error)) return []
  return answer.message.split('\n').filter((line) => line.includes('.wxss'))
}
