import ts from 'typescript';

/** Bans `toFixed` on a binary float and leaves the exact `Decimal.toFixed` alone, which only its type can tell apart. */
export const noNumberToFixed = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { float: 'toFixed rounds a binary float: round with roundHalfUpFen, or print an exact Decimal.' },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    return {
      'CallExpression > MemberExpression[property.name="toFixed"]'(node) {
        const type = program.getTypeChecker().getTypeAtLocation(esTreeNodeToTSNodeMap.get(node.object));
        const parts = type.isUnion() ? type.types : [type];
        if (parts.some((part) => part.flags & ts.TypeFlags.NumberLike)) context.report({ node, messageId: 'float' });
      },
    };
  },
};
