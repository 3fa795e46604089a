import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Result } from 'antd';
import { useWords } from '../lib/words.js';
import { pages } from './pages.js';
import { Home, Shell } from './shell.js';

function Nowhere() {
  const say = useWords();
  return <Result status="404" title={say('没有这个页面', 'No such page')} subTitle={say('请从菜单进入。', 'Use the menu.')} />;
}

const root = createRootRoute({ component: Shell, notFoundComponent: Nowhere });

export const router = createRouter({
  basepath: '/desk',
  routeTree: root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', component: Home }),
    ...pages.map(({ path, Content }) => createRoute({ getParentRoute: () => root, path, component: Content })),
  ]),
  defaultPreload: false,
});
