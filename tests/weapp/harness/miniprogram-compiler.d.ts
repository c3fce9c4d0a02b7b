/** Types of Tencent's compilers as used here; the package has none. */
declare module 'miniprogram-compiler/src/wcc' {
  /** Compiles templates (paths without extension) and their scripts; throws on errors. */
  function wcc(
    root: string,
    templates: string[],
    scripts: string[],
    options: { maxBuffer: number },
  ): string
  export = wcc
}

declare module 'miniprogram-compiler/src/wcsc' {
  /** Compiles styles (paths without extension); returns an error when they are invalid. */
  function wcsc(root: string, styles: string[], options: { maxBuffer: number }): object | Error
  export = wcsc
}
