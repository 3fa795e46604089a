import { describe, expect, test } from '@jest/globals';
import { readBuilding, readEstate, readHome, readUnit } from './register-sheets.js';

const row = (cells: Record<string, string>) => ({ row: 2, cells });
const home = {
  小区名称: '西大院',
  楼号: '1号楼',
  单元: '1单元',
  房号: '101',
  专有面积: '36.5',
  房屋性质: '已售公房',
  业主: '王小明',
  业主电话: '13812341234',
};

describe('a row of the register', () => {
  test('a home is read exactly', () => {
    expect(readHome(row({ ...home, 业主交存维修资金: '1,234.5', 售房单位交存维修资金: '0' }))).toEqual({
      estateName: '西大院',
      buildingName: '1号楼',
      stairwell: '1单元',
      room: '101',
      area: 3650,
      areaSource: 'REGISTERED',
      nature: 'SOLD_PUBLIC',
      ownerName: '王小明',
      ownerPhone: '13812341234',
      ownerDepositFen: 123450n,
      sellerDepositFen: 0n,
    });
  });

  test.each([
    ['an area of three decimals', { 专有面积: '36.505' }, '最多两位小数'],
    ['a negative area', { 专有面积: '-36.5' }, '最多两位小数'],
    ['an area nobody lives in', { 专有面积: '100000000' }, '过大'],
    ['an unknown nature', { 房屋性质: '小产权' }, '房屋性质“小产权”不认识'],
    ['no owner', { 业主: '' }, '缺少业主'],
    ['no room', { 房号: '' }, '缺少房号'],
    ['a negative deposit', { 业主交存维修资金: '-1' }, '不能是负数'],
    ['an unreadable deposit', { 售房单位交存维修资金: '一百' }, '最多两位小数的金额'],
  ])('a home with %s is refused', (_, changed, fault) => {
    expect(readHome(row({ ...home, ...changed }))).toEqual({ fault: expect.stringContaining(fault) });
  });

  test.each(['', '0', '0.00'])('a home whose area is written %p is in the register, with its area not known', (written) => {
    expect(readHome(row({ ...home, 专有面积: written }))).toMatchObject({ room: '101', area: null, areaSource: null });
  });

  test('a fault of a home names neither owner nor room', () => {
    expect(JSON.stringify(readHome(row({ ...home, 专有面积: '-1' })))).not.toMatch(/王小明|13812341234|101/);
  });

  test.each([
    ['区级部门', 'DISTRICT_DEPARTMENT'],
    ['公用企业', 'UTILITY'],
    ['街道科室', 'STREET_OFFICE'],
    ['村', 'VILLAGE'],
    ['产权单位', 'PROPERTY_RIGHTS_UNIT'],
  ])('a unit of type %s is %s', (written, kind) => {
    expect(readUnit(row({ 单位名称: '某单位', 单位类型: written }))).toMatchObject({ kind, parentName: null });
  });

  test('a unit of unknown type is refused', () => {
    expect(readUnit(row({ 单位名称: '某单位', 单位类型: '银行' }))).toEqual({ fault: expect.stringContaining('单位类型“银行”不认识') });
  });

  test.each([
    ['商品房', 'COMMODITY'],
    ['三供一业', 'SGYY'],
    ['央产房', 'CENTRAL_SOE'],
    ['失管', 'UNMANAGED'],
    ['失管小区', 'UNMANAGED'],
  ])('an estate of type %s is %s', (written, type) => {
    expect(readEstate(row({ 小区名称: '西大院', 所属社区: '西大院', 小区类型: written }))).toMatchObject({
      type,
      ownersBody: null,
      builtYear: null,
    });
  });

  test.each([
    [{ 小区类型: '别墅' }, '小区类型“别墅”不认识'],
    [{ 建成年份: '52年' }, '建成年份'],
    [{ 户数: '很多' }, '户数'],
    [{ 业主组织: '居委会' }, '业主组织“居委会”不认识'],
    [{ 所属社区: '' }, '缺少所属社区'],
  ])('an estate with %j is refused', (changed, fault) => {
    expect(readEstate(row({ 小区名称: '西大院', 所属社区: '西大院', 小区类型: '商品房', ...changed }))).toEqual({
      fault: expect.stringContaining(fault),
    });
  });

  test.each([
    [{ 单元数: '0' }, '单元数'],
    [{ 层数: '六' }, '层数'],
    [{ 有电梯: '坏了' }, '有电梯'],
  ])('a building with %j is refused', (changed, fault) => {
    expect(readBuilding(row({ 小区名称: '西大院', 楼号: '1号楼', 单元数: '3', 层数: '6', 有电梯: '否', ...changed }))).toEqual({
      fault: expect.stringContaining(fault),
    });
  });
});
