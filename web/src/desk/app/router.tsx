import { createRootRoute, createRoute, createRouter, Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useWords } from '../lib/words.js';
import { Guarded } from './guarded.js';
import { pages } from './pages.js';
import { Home, Shell } from './shell.js';

function Nowhere() {
  const say = useWords();
  return (
    <>
      <h1 className="page-title page-title-alone">{say('没有这个页面', 'No such page')}</h1>
      <p>
        {say('地址可能写错了，或者页面已经搬走。请从菜单进入，或者', 'The address may be wrong. Use the menu, or go')}{' '}
        <Link to="/">{say('回到我的页面', 'to your own page')}</Link>
      </p>
    </>
  );
}

/** A page that did not arrive on a weak line, or that failed: the rest of the desks stays, and one can try again. */
function Lost() {
  const say = useWords();
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      message={say('页面没有打开', 'The page did not open')}
      description={say(
        '请检查网络后重试；仍然打不开时请告诉管理员。',
        'Check the network and try again; if it stays so, tell the administrator.',
      )}
      action={<Button onClick={() => window.location.reload()}>{say('重试', 'Try again')}</Button>}
    />
  );
}

const root = createRootRoute({ component: Shell, notFoundComponent: Nowhere });

export const router = createRouter({
  basepath: '/desk',
  routeTree: root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', component: Home }),
    ...pages.map((page) => createRoute({ getParentRoute: () => root, path: page.path, component: () => <Guarded page={page} /> })),
  ]),
  defaultErrorComponent: Lost,
  defaultPreload: false,
});
