/** The parts of Tencent's compilers that are called here; the package has no types of its own. */
declare module 'miniprogram-compiler' {
  type Options = { maxBuffer?: number; cut?: boolean }
  const compiler: {
    /** Every `.wxml` below a folder through `wcc`; throws with the compiler's words. */
    wxmlToJs(root: string, options?: Options): string
    /** Every `.wxss` below a folder through `wcsc`. */
    wxssToJs(root: string, options?: Options): string
  }
  export = compiler
}
