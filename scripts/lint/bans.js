import { forbid } from './forbid.js';

const testFunction = '/^(it|test|describe)$/';
const testChain = '/^(describe|each|concurrent|serial|parallel)$/';

/** One ban each, by name. Where each of them holds is said in eslint.config.js. */
export const bans = {
  'no-default-export': forbid(
    'Export by name: a default export can be called anything by whoever imports it.',
    'ExportDefaultDeclaration',
    'ExportSpecifier[exported.name="default"]',
  ),
  'no-star-export': forbid('No barrels: import from the file that declares it.', 'ExportAllDeclaration'),
  'no-environment': forbid(
    'Settings are read and checked in lib/env.ts; use env().',
    'MemberExpression[object.name="process"][property.name="env"]',
    'MemberExpression[object.name="process"][property.value="env"]',
    'VariableDeclarator[init.name="process"] Property[key.name="env"]',
    'ImportDeclaration[source.value=/^(node:)?process$/]',
  ),
  'no-clock': forbid(
    'Time is an argument: take `now` (or a Day) from the caller; it enters once, in Ctx.',
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'CallExpression[callee.name="Date"]',
    'MemberExpression[object.name=/^(Date|performance)$/][property.name="now"]',
    'MemberExpression[object.name=/^(Date|performance)$/][property.value="now"]',
  ),
  'no-chance': forbid(
    'A rule answers the same every time: randomness is an argument.',
    'MemberExpression[object.name="Math"][property.name="random"]',
    'MemberExpression[object.name="crypto"]',
  ),
  'no-outside-world': forbid(
    'Rules are pure functions: no process, network, timers or globals.',
    'MemberExpression[object.name=/^(process|globalThis)$/]',
    'CallExpression[callee.name=/^(fetch|setTimeout|setInterval|setImmediate|queueMicrotask|require)$/]',
    'ImportExpression',
  ),
  'no-vague-name': forbid(
    'handleX and processX say nothing: name what it does in a word of the domain.',
    'FunctionDeclaration[id.name=/^(handle|process)[A-Z]/]',
    'VariableDeclarator[id.name=/^(handle|process)[A-Z]/][init.type=/^(Arrow)?FunctionExpression$/]',
  ),
  'no-focused-test': forbid(
    'Every test runs, always: no .only, .skip, .fixme or .todo.',
    `MemberExpression[object.name=${testFunction}][property.name=/^(only|skip|fixme|todo|skipIf|runIf)$/]`,
    `MemberExpression[object.property.name=${testChain}][property.name=/^(only|skip|fixme)$/]`,
    'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    'TaggedTemplateExpression[tag.object.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
  ),
  'no-sleep': forbid(
    'No sleeps: wait for what should happen, not for time to pass.',
    'CallExpression[callee.property.name="waitForTimeout"]',
    'CallExpression[callee.name=/^(setTimeout|sleep|delay)$/]',
    'ImportDeclaration[source.value=/^(node:)?timers\\u002Fpromises$/]',
  ),
  'no-own-mock': forbid(
    'Test our own code and database as they are; only the outside edge has stand-ins.',
    'CallExpression[callee.object.name="jest"][callee.property.name=/[mM]ock/][arguments.0.value=/^(@\\u002F|[.])/]',
  ),
  'no-snapshot': forbid(
    'Say what must hold; a snapshot only says that something changed.',
    'CallExpression[callee.property.name=/^toMatch(Inline)?Snapshot$/]',
  ),
};
