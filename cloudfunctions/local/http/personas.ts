/** A person the browser can act as: a customer in some stage, or the merchant. */
export type Persona = {
  openid: string
  name: string
  /** One line on what this persona shows. */
  note: string
  role: 'customer' | 'merchant'
}

/** Text that is safe inside a script of a page. */
const literal = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

const STYLE = `
  :host { all: initial; font: 13px/1.4 system-ui, sans-serif; color: #2b2b28 }
  button { font: inherit; color: inherit; border: 0; cursor: pointer; text-align: left }
  .pill { position: fixed; z-index: 2147483000; top: 6px; right: 6px; padding: 3px 10px;
    border-radius: 999px; background: #ffffffd9; box-shadow: 0 0 0 1px #0000001a; font-size: 12px }
  .list { position: fixed; z-index: 2147483000; top: 36px; right: 6px; width: 248px;
    max-height: 70vh; overflow: auto; padding: 6px; border-radius: 12px; background: #fff;
    box-shadow: 0 8px 32px #0003 }
  .list[hidden] { display: none }
  .one { display: block; width: 100%; padding: 8px 10px; border-radius: 8px; background: none }
  .one:hover, .one:focus-visible, .one[aria-checked=true] { background: #f1efe8 }
  .note { display: block; font-size: 11px; color: #6f6d66 }
`

/** Runs in the browser as it is written here, with the personas put in front. */
const SCRIPT = `
  const KEY = 'devcloud.openid'
  if (!localStorage.getItem(KEY) && personas[0]) localStorage.setItem(KEY, personas[0].openid)
  const isHidden = localStorage.getItem('devcloud.switch') === 'off'
  const show = () => {
    const chosen = localStorage.getItem(KEY)
    const current = personas.find((one) => one.openid === chosen)
    const host = document.createElement('devcloud-personas')
    const root = host.attachShadow({ mode: 'open' })
    const make = (tag, className, text) => {
      const element = document.createElement(tag)
      element.className = className
      if (text) element.textContent = text
      return element
    }
    const style = document.createElement('style')
    style.textContent = STYLE
    const pill = make('button', 'pill', current ? current.name : '选择身份')
    pill.setAttribute('aria-label', '体验身份：' + pill.textContent + '，点按切换')
    pill.setAttribute('aria-haspopup', 'menu')
    const list = make('div', 'list')
    list.setAttribute('role', 'menu')
    list.hidden = true
    for (const persona of personas) {
      const one = make('button', 'one', persona.name)
      one.setAttribute('role', 'menuitemradio')
      one.setAttribute('aria-checked', String(persona.openid === chosen))
      one.append(make('span', 'note', persona.note))
      one.onclick = () => {
        localStorage.setItem(KEY, persona.openid)
        location.reload()
      }
      list.append(one)
    }
    const open = (isOpen) => {
      list.hidden = !isOpen
      pill.setAttribute('aria-expanded', String(isOpen))
    }
    pill.onclick = () => open(list.hidden)
    document.addEventListener('click', (event) => {
      if (!event.composedPath().includes(host)) open(false)
    })
    document.addEventListener('keydown', (event) => event.key === 'Escape' && open(false))
    root.append(style, pill, list)
    document.body.append(host)
  }
  if (personas.length > 0 && !isHidden) {
    if (document.body) show()
    else document.addEventListener('DOMContentLoaded', show)
  }
`

/**
 * The persona switch of the local cloud's pages: a pill at the top right that opens the list. The
 * choice is stored in `localStorage['devcloud.openid']`, the first persona by default;
 * `devcloud.switch` = `off` hides the pill.
 */
export const personaScript = (personas: readonly Persona[]): string =>
  [
    '(() => {',
    `const personas = ${literal(personas)}`,
    `const STYLE = ${literal(STYLE)}`,
    `${SCRIPT}})()\n`,
  ].join('\n')

/** Puts the switch into the shop's page, before the shop's own scripts ask who they are. */
export const withPersonaSwitch = (html: string): string =>
  html.replace(/<head[^>]*>/i, (head) => `${head}<script src="/devcloud/persona.js"></script>`)
