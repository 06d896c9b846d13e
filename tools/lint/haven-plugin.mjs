// The rules that are Haven's own. Plain JavaScript: ESLint loads them before anything is compiled.

/** A suppression says why, after ` -- `, so that a reader can tell when it has become needless. */
const describedDisable = {
  meta: { type: 'suggestion', schema: [], messages: { why: 'Say why, after " -- ".' } },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (!/^\s*eslint-disable/.test(comment.value)) continue;
        if (!/\s--\s+\S/.test(comment.value)) context.report({ loc: comment.loc, messageId: 'why' });
      }
    },
  }),
};

/** `import { z }` keeps the whole of zod, 50 kB more for the browser; the namespace can be shaken. */
const zodNamespace = {
  meta: { type: 'problem', schema: [], messages: { namespace: "Write: import * as z from 'zod'." } },
  create: (context) => ({
    'ImportDeclaration[source.value=/^zod(\\u002F|$)/]'(node) {
      const whole = node.source.value === 'zod' && node.specifiers.length === 1;
      if (!whole || node.specifiers[0].type !== 'ImportNamespaceSpecifier') {
        context.report({ node, messageId: 'namespace' });
      }
    },
  }),
};

/** Only `*-client.ts` knows URLs: everything else asks a client. */
const urlsInClients = {
  meta: { type: 'problem', schema: [], messages: { client: 'Only a *-client.ts knows URLs of the API.' } },
  create(context) {
    const check = (node, text) => {
      if (text?.startsWith('/api/')) context.report({ node, messageId: 'client' });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateLiteral: (node) => check(node, node.quasis[0]?.value.cooked),
    };
  },
};

/** The time comes from Clock, which specs can set. */
const timeFromClock = {
  meta: { type: 'problem', schema: [], messages: { clock: 'Ask Clock for the time.' } },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'clock' });
    return {
      'NewExpression[callee.name="Date"][arguments.length=0]': report,
      'CallExpression[callee.name="Date"]': report,
      'MemberExpression[object.name="Date"][property.name="now"]': report,
    };
  },
};

/** @type {import('eslint').ESLint.Plugin} */
export default {
  meta: { name: 'haven' },
  rules: {
    'described-disable': describedDisable,
    'zod-namespace': zodNamespace,
    'urls-in-clients': urlsInClients,
    'time-from-clock': timeFromClock,
  },
};
